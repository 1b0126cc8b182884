using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Planning;

/// <summary>A reusable policy that should exist.</summary>
/// <param name="Id">What its mark says; an owner may have several.</param>
/// <param name="Readable">What people call it.</param>
internal sealed record DesiredLoginPolicy(string Id, string OwnerId, string Readable, string Decision, JsonArray Include)
    : DesiredResource(KeyOf(Id), OwnerId, Readable)
{
    public static ResourceKey KeyOf(string id) => new(LoginView.Target, LoginView.PolicyKind, id);

    public JsonObject ToImage(string instance) => PolicyImage.Of(new LoginMark(instance, Id).Name(Readable), Decision, Include);
}
