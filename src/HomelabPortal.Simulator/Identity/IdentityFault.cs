using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>An answer that is an error of OAuth 2 (RFC 6749, section 5.2).</summary>
internal sealed class IdentityFault(int status, string error, string description) : Exception(description)
{
    public int Status => status;

    public JsonObject Body => new() { ["error"] = error, ["error_description"] = Message };

    public static IdentityFault InvalidGrant(string why) => new(StatusCodes.Status400BadRequest, "invalid_grant", why);

    public static IdentityFault InvalidRequest(string why) => new(StatusCodes.Status400BadRequest, "invalid_request", why);

    public static IdentityFault InvalidToken() => new(StatusCodes.Status401Unauthorized, "invalid_token", "The access token is unknown, has expired, or its person is suspended.");
}
