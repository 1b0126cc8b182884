using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>An application that should stand before a place: a hostname, or a path of one that needs no login.</summary>
/// <param name="Policies">What the marks of its policies say, the first to be asked first.</param>
internal sealed record DesiredLoginApplication(
    string OwnerId, string Place, ImmutableArray<string> Policies, ImmutableArray<string> Providers, string SessionDuration)
    : DesiredResource(KeyOf(Place), OwnerId, Place)
{
    public static ResourceKey KeyOf(string place) => new(LoginView.Target, LoginView.ApplicationKind, place);

    public JsonObject ToImage(string instance) => ApplicationImage.Of(
        new LoginMark(instance, OwnerId).Name(Place), Place, Policies.Select(id => new LoginMark(instance, id).ToString()), Providers, SessionDuration);
}
