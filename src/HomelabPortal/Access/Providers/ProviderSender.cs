using HomelabPortal.Access.SignIn;
using Microsoft.AspNetCore.Authentication;

namespace HomelabPortal.Access.Providers;

/// <summary>Begins an errand at a provider, unless it does not answer.</summary>
internal sealed class ProviderSender(ProviderDirectory directory, TimeProvider time)
{
    public async Task<IResult> SendAsync(HttpContext context, Provider? provider, Purpose purpose, string? back)
    {
        if (provider is null)
            return Results.NotFound();
        try
        {
            await directory.FindAsync(provider, context.RequestAborted);
        }
        catch (ProviderException fault)
        {
            return Results.Redirect(ProviderPaths.ProblemOf(fault.Problem, provider));
        }

        var session = purpose == Purpose.SignIn ? null : Actor.Of(context.User).SessionId;
        return Results.Challenge(Errand.Begin(purpose, session, time.GetUtcNow()).ToProperties(ReturnUrl.OrHome(back)), [provider.Scheme]);
    }
}
