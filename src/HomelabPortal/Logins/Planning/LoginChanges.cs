using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>Builds the changes that the planner decides on.</summary>
internal static class LoginChanges
{
    public static Change Create(LoginThing thing, string? accountId) => Build(thing, ChangeKind.Create) with
    {
        Description = Describe(thing),
        Reason = thing.Entry is null ? "it does not exist yet" : "somebody deleted it",
        IsDrift = thing.Entry is not null,
        Request = $"POST /accounts/{accountId}/access/{Collection(thing.Resource.Key)}",
    };

    public static Change Adopt(LoginThing thing, string id, string? accountId) => Build(thing, ChangeKind.Adopt) with
    {
        Description = Describe(thing),
        Reason = "it is ours by its mark, and as wanted",
        Before = thing.Wish.DeepClone(),
        RemoteId = id,
        Request = $"GET /accounts/{accountId}/access/{Collection(thing.Resource.Key)}",
    };

    public static Change Update(LoginThing thing)
    {
        var isDrift = JsonNode.DeepEquals(thing.Wish, thing.Entry!.LastApplied);
        return Build(thing, ChangeKind.Update) with
        {
            Description = $"{Describe(thing)}: {LoginDifferences.Between(thing.Own!, thing.Wish)}",
            Reason = isDrift ? "somebody changed it" : "what is wanted changed",
            Before = thing.Own!.DeepClone(),
            RemoteId = thing.Entry.RemoteId,
            IsDrift = isDrift,
            Request = $"PUT /access/{Collection(thing.Resource.Key)}/{thing.Entry.RemoteId}",
        };
    }

    public static Change Delete(LedgerEntry entry, JsonObject live) => new()
    {
        Kind = ChangeKind.Delete,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = ChangeStage.WithdrawAccess,
        Description = entry.Key.Kind == LoginView.ApplicationKind ? $"login of {entry.Key.Name}" : $"login policy {LoginMark.Readable((string?)live["name"])}",
        Reason = "nothing asks for it any more",
        Before = live.DeepClone(),
        RemoteId = entry.RemoteId,
        Request = $"DELETE /access/{Collection(entry.Key)}/{entry.RemoteId}",
    };

    private static Change Build(LoginThing thing, ChangeKind kind) => new()
    {
        Kind = kind,
        Key = thing.Resource.Key,
        OwnerId = thing.Resource.OwnerId,
        Stage = ChangeStage.BuildAccess,
        Description = "",
        Reason = "",
        After = thing.Wish.DeepClone(),
    };

    private static string Describe(LoginThing thing) => thing.Resource switch
    {
        DesiredLoginPolicy { Decision: "bypass" } policy => $"login policy {policy.Readable}: nobody is asked",
        DesiredLoginPolicy policy => $"login policy {policy.Readable}",
        _ when thing.Name.Contains('/') => $"{thing.Name} without login",
        _ => $"login of {thing.Name}",
    };

    private static string Collection(ResourceKey key) => key.Kind == LoginView.ApplicationKind ? "apps" : "policies";
}
