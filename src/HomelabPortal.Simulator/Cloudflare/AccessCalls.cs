namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Access, as far as a token's permission is probed: the account has no login-guarded app.</summary>
internal static class AccessCalls
{
    public static Answer ListApps(Call call)
    {
        call.Account();
        return Answer.Page([], call, 25, 100);
    }
}
