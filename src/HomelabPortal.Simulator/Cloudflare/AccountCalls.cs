using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Checks of the token, and the accounts it belongs to.</summary>
internal static class AccountCalls
{
    public static Answer VerifyUserToken(Call call)
        => call.Token.IsAccountOwned ? throw CloudflareErrors.InvalidTokenOnVerify() : Verified(call);

    public static Answer VerifyAccountToken(Call call)
    {
        call.Account();
        return call.Token.IsAccountOwned ? Verified(call) : throw CloudflareErrors.InvalidTokenOnVerify();
    }

    public static Answer List(Call call)
        => Answer.Page([new JsonObject { ["id"] = call.State.AccountId, ["name"] = call.State.AccountName, ["type"] = "standard" }], call, 20, 50);

    private static Answer Verified(Call call)
    {
        var status = call.Token.StatusAt(call.State.Now);
        var result = new JsonObject { ["id"] = StableId.Hex("token/" + call.Token.Value, 32), ["status"] = status };
        if (call.Token.NotBefore is { } start) result["not_before"] = Timestamps.Text(start);
        if (call.Token.ExpiresOn is { } end) result["expires_on"] = Timestamps.Text(end);
        return new Answer(result, Message: $"This API Token is valid and {status}");
    }
}
