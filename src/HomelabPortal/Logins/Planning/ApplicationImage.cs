using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace HomelabPortal.Logins.Planning;

/// <summary>
/// An application reduced to what it guards and by which policies, so that two that mean the same are equal.
/// A policy of ours is named by its mark: when the plan is made it may not have an id yet.
/// </summary>
internal static class ApplicationImage
{
    private const string UsualSession = "24h";

    public static JsonObject Of(string name, string place, IEnumerable<string> policies, IEnumerable<string> providers, string session) => new()
    {
        ["name"] = name,
        ["places"] = new JsonArray(place),
        ["policies"] = Texts(policies),
        ["providers"] = Texts(providers.Order(StringComparer.Ordinal)),
        ["session"] = session,
        ["tags"] = new JsonArray(LoginMark.Tag),
    };

    public static JsonObject Of(LiveLoginApplication live, LoginState state, string instance) => new()
    {
        ["name"] = live.Name,
        ["places"] = Texts(live.Places.Order(StringComparer.Ordinal)),
        ["policies"] = Texts(live.Policies.Select(id => NameOf(id, state, instance))),
        ["providers"] = Texts(live.Providers.Order(StringComparer.Ordinal)),
        ["session"] = live.SessionDuration ?? UsualSession,
        // Further tags are the owner's to give; ours must be there.
        ["tags"] = live.IsTagged ? new JsonArray(LoginMark.Tag) : [],
    };

    public static IEnumerable<string> PoliciesOf(JsonNode image) => TextsOf(image, "policies");

    public static IEnumerable<string> ProvidersOf(JsonNode image) => TextsOf(image, "providers");

    public static string PlaceOf(JsonNode image) => TextsOf(image, "places").First();

    private static string NameOf(string id, LoginState state, string instance) =>
        state.FindPolicy(id)?.Mark is { } mark && mark.Instance == instance ? mark.ToString() : $"id {id}";

    private static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    private static ImmutableArray<string> TextsOf(JsonNode image, string member) =>
        image[member] is JsonArray values ? [.. values.Select(value => (string?)value).OfType<string>()] : [];
}
