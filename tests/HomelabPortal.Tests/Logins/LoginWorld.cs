using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Logins;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Logins;

/// <summary>Cloudflare Access in memory: read from a golden case, and changed as a faithful target would.</summary>
internal sealed record LoginWorld(LoginState State, Ledger Ledger)
{
    public static LoginWorld Empty { get; } = new(LoginState.Empty with { AccountId = "acc1", TeamName = "cowlab" }, Ledger.Empty);

    public static LoginState Read(JsonObject actual)
    {
        var access = actual["access"]!;
        return new LoginState("acc1", (string?)access["team"], (string?)access["problem"], [.. List(access, "policies").Select(Policy)], [.. List(access, "applications").Select(Application)]);
    }

    public LoginWorld Apply(Plan plan) => plan.Changes
        .OrderBy(change => change.Stage)
        .ThenBy(change => IsApplication(change) == change.After is null ? 0 : 1)
        .Aggregate(this, (world, change) => world.Apply(change));

    public LoginWorld Apply(Change change)
    {
        // As the writer, which leaves an application alone while one of its policies is not there.
        if (IsApplication(change) && change.After is { } image && Texts(image, "policies").Any(mark => State.Policies.All(policy => policy.Mark?.ToString() != mark)))
            return this;
        if (change.After is not { } wish)
            return new LoginWorld(change.Kind == ChangeKind.Release ? State : Without(change.RemoteId!), new Ledger(Ledger.Entries.Remove(change.Key)));
        var id = change.RemoteId ?? $"id of {change.Key}";
        var state = change.Kind == ChangeKind.Adopt ? State : IsApplication(change)
            ? Without(id) with { Applications = State.Applications.RemoveAll(application => application.Id == id).Add(ApplicationOf(id, wish)) }
            : Without(id) with { Policies = State.Policies.RemoveAll(policy => policy.Id == id).Add(PolicyOf(id, wish)) };
        return new LoginWorld(state, new Ledger(Ledger.Entries.SetItem(change.Key, new LedgerEntry(change.Key, change.OwnerId, id, wish.DeepClone()))));
    }

    public LoginState Without(string id) => State with
    {
        Policies = State.Policies.RemoveAll(policy => policy.Id == id), Applications = State.Applications.RemoveAll(application => application.Id == id),
    };

    private static bool IsApplication(Change change) => change.Key.Kind == LoginView.ApplicationKind;

    private static LiveLoginPolicy PolicyOf(string id, JsonNode wish) => new(
        id, (string)wish["name"]!, (string)wish["decision"]!, wish["include"]!.DeepClone().AsArray(), wish["exclude"]!.DeepClone().AsArray(), wish["require"]!.DeepClone().AsArray());

    private LiveLoginApplication ApplicationOf(string id, JsonNode wish) => new(
        id, (string)wish["name"]!, "self_hosted", $"aud of {Texts(wish, "places").First()}", Texts(wish, "places"),
        [.. Texts(wish, "policies").Select(mark => State.Policies.First(policy => policy.Mark?.ToString() == mark).Id)], Texts(wish, "providers"), (string?)wish["session"], [LoginMark.Tag]);

    private static LiveLoginPolicy Policy(JsonNode json) => new(
        (string)json["id"]!, (string)json["name"]!, (string?)json["decision"] ?? "allow", Rules(json, "include"), Rules(json, "exclude"), Rules(json, "require"));

    private static LiveLoginApplication Application(JsonNode json) => new(
        (string)json["id"]!, (string)json["name"]!, (string?)json["type"] ?? "self_hosted", (string?)json["audience"] ?? "aud1", Texts(json, "places"), Texts(json, "policies"),
        Texts(json, "providers"), (string?)json["session"], Texts(json, "tags"));

    private static JsonArray Rules(JsonNode json, string member) => json[member]?.DeepClone().AsArray() ?? [];

    private static ImmutableArray<string> Texts(JsonNode json, string member) => [.. List(json, member).Select(text => (string)text!)];

    private static IEnumerable<JsonNode> List(JsonNode json, string member) => json[member]?.AsArray().OfType<JsonNode>() ?? [];
}
