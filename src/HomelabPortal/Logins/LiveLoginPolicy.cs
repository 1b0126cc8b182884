using System.Text.Json.Nodes;

namespace HomelabPortal.Logins;

/// <summary>A reusable policy as it stands in Cloudflare.</summary>
/// <param name="Decision">allow, deny, non_identity (programs) or bypass (nobody is asked).</param>
public sealed record LiveLoginPolicy(string Id, string Name, string Decision, JsonArray Include, JsonArray Exclude, JsonArray Require)
{
    public LoginMark? Mark => LoginMark.Read(Name);

    public string ReadableName => LoginMark.Readable(Name);
}
