using HomelabPortal.Access.Tokens;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Sessions;

/// <summary>Signs a demo admin in by itself. Only a simulated lab on loopback has one.</summary>
internal sealed class DemoSignIn(DemoLab lab, AccessStore store, SessionBook sessions, IDbContextFactory<PortalDbContext> contexts, TimeProvider time) : IDisposable
{
    private const string Name = "demo";
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>A middleware: who asks for a page and is nobody becomes the demo admin.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isOpen = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (lab.Admits(context) && !isOpen && context.User.Identity?.IsAuthenticated != true && !BearerRequest.OffersToken(context.Request))
            await context.SignInAsync(await SessionAsync(context), Name);
        await next(context);
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>One session for everybody here, so that programs without cookies do not fill the list.</summary>
    private async Task<SessionInfo> SessionAsync(HttpContext http)
    {
        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            var now = time.GetUtcNow();
            return store.Current.Sessions.Values.FirstOrDefault(session => session.Method == SessionInfo.Demo && now < session.ExpiresAt)
                ?? await sessions.BeginAsync(await AccountAsync(http.RequestAborted), SessionInfo.Demo, RequestOrigin.Of(http), http.RequestAborted);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Account> AccountAsync(CancellationToken cancellationToken)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await context.Users.SingleOrDefaultAsync(row => row.UserName == Name, cancellationToken) is { } known)
                return known;
        }

        return await store.WriteAsync(
            async context =>
            {
                var account = new Account { UserName = Name, NormalizedUserName = Name.ToUpperInvariant(), Role = Role.Admin, CreatedAtTicks = time.GetUtcNow().UtcTicks };
                context.Users.Add(account);
                await context.SaveChangesAsync(cancellationToken);
                return account;
            },
            cancellationToken);
    }
}
