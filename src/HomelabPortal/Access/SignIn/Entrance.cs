using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.SignIn;

/// <summary>The last step of every way to sign in: a session, its cookie, and a browser that is known from now on.</summary>
internal sealed class Entrance(SessionBook sessions, KnownDevice devices)
{
    /// <param name="method">See <see cref="SessionRow.Method"/>.</param>
    public async Task<SessionInfo> AdmitAsync(HttpContext context, Account account, string method, CancellationToken cancellationToken)
    {
        // A session that this browser still had belongs to whoever signed in before; the new one never continues it.
        var session = await sessions.BeginAsync(account, method, RequestOrigin.Of(context), cancellationToken);
        devices.Remember(context, account.Id);
        await context.SignInAsync(session, account.UserName ?? account.Id);
        return session;
    }
}
