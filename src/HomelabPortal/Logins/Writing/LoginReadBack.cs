using System.Text.Json.Nodes;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Writing;

/// <summary>Pure: whether a change has taken effect, told by what stands there and its mark alone.</summary>
internal static class LoginReadBack
{
    public static ReadBack Of(Change change, LoginStand stand)
    {
        if (change.Kind == ChangeKind.Release)
            return ReadBack.Gone;
        if (change.After is not { } wish)
            return ImageOf(change, change.RemoteId, stand.State) is null ? ReadBack.Gone : ReadBack.NotDone;
        var id = change.RemoteId ?? IdOf(change, stand.State);
        return ImageOf(change, id, stand.State) is { } image && JsonNode.DeepEquals(image, wish)
            ? ReadBack.Done(EntryOf(change, id!))
            : ReadBack.NotDone;
    }

    public static LedgerEntry EntryOf(Change change, string id) => new(change.Key, change.OwnerId, id, change.After!.DeepClone());

    /// <summary>The image of what stands there now, or null when nothing does.</summary>
    public static JsonObject? ImageOf(Change change, string? id, LoginState state) => IsApplication(change)
        ? state.FindApplication(id) is { } application ? ApplicationImage.Of(application, state, InstanceOf(change)) : null
        : state.FindPolicy(id) is { } policy ? PolicyImage.Of(policy) : null;

    /// <summary>The id of what bears the mark of the change, or null.</summary>
    public static string? IdOf(Change change, LoginState state) => MarkOf(change) is not { } mark ? null : IsApplication(change)
        ? state.Applications.FirstOrDefault(application => application.Mark == mark && application.IsFor(change.Key.Name))?.Id
        : state.FindPolicy(mark)?.Id;

    public static bool IsApplication(Change change) => change.Key.Kind == LoginView.ApplicationKind;

    private static LoginMark? MarkOf(Change change) => LoginMark.Read((string?)(change.After ?? change.Before)?["name"]);

    private static string InstanceOf(Change change) => MarkOf(change)?.Instance ?? "";
}
