using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;

namespace HomelabPortal.Access.Providers;

/// <summary>What happens when somebody comes back from a provider: signed in, proved, linked, or told why not.</summary>
internal sealed partial class ProviderDoor(
    ProviderAccounts accounts, ProofCheck proof, SessionTokens tokens, Entrance entrance, SessionBook sessions,
    AuthorityCheck authority, AuditLog audit, ErrandBook errands, ILogger<ProviderDoor> logger)
{
    public async Task OpenAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var answer = http.Features.GetRequiredFeature<ProviderAnswer>();
        var problem = await ProblemOfAsync(http, answer, http.RequestAborted);
        if (problem is { } why)
            await RefuseAsync(http, answer.Provider, answer.Errand, why, "");
        else
            context.Response.Redirect(ReturnUrl.OrHome(context.ReturnUri));
        context.HandleResponse();
    }

    public async Task CloseAsync(RemoteFailureContext context, Provider provider)
    {
        // The framework has no kinds of its own: whatever is not one of ours did not fit state or cookie.
        var fault = context.Failure as ProviderException;
        var errand = Errand.From(context.Properties);
        // An errand that was answered already has its line in the audit; a stranger must not add one with every repetition.
        if (fault?.Problem == ProviderProblem.NotBegun || (fault is null && errand is not null && !errands.TryAnswer(errand)))
            errand = null;
        await RefuseAsync(context.HttpContext, provider, errand, fault?.Problem ?? ProviderProblem.NotBegun, fault?.Message ?? "");
        context.HandleResponse();
    }

    public async Task DeclineAsync(AccessDeniedContext context, Provider provider)
    {
        var errand = Errand.From(context.Properties);
        await RefuseAsync(context.HttpContext, provider, errand is not null && errands.TryAnswer(errand) ? errand : null, ProviderProblem.Declined, "");
        context.HandleResponse();
    }

    private async Task<ProviderProblem?> ProblemOfAsync(HttpContext http, ProviderAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return answer.Errand.Purpose == Purpose.SignIn ? await SignInAsync(http, answer, cancellationToken) : await InSessionAsync(http, answer, cancellationToken);
        }
        catch (ProviderException fault)
        {
            return fault.Problem;
        }
    }

    private async Task<ProviderProblem?> SignInAsync(HttpContext http, ProviderAnswer answer, CancellationToken cancellationToken)
    {
        var (account, problem) = await accounts.EnterAsync(answer.Provider, answer.Person, RequestOrigin.Of(http).Address, cancellationToken);
        if (account is null)
            return problem;
        var session = await entrance.AdmitAsync(http, account, answer.Provider.Name, cancellationToken);
        // A role given here does not depend on groups there, so there is nothing to ask again and nothing to keep.
        if (await accounts.IsMadeByAsync(answer.Provider, account.Id, cancellationToken))
            await tokens.KeepAsync(session.Id, answer.Tokens, cancellationToken);
        return null;
    }

    /// <summary>Proof and link count for the session they were begun in, and only while this browser still is in it.</summary>
    private async Task<ProviderProblem?> InSessionAsync(HttpContext http, ProviderAnswer answer, CancellationToken cancellationToken)
    {
        var actor = await http.AuthenticateAsync(SessionCookie.Scheme) is { Principal: { } principal } ? Actor.Of(principal) : null;
        if (actor?.SessionId is not { } session || session != answer.Errand.SessionId || authority.WhyNot(actor, Act.SeeLab) is not null)
            return ProviderProblem.SignedOut;
        if (answer.Errand.Purpose == Purpose.Link)
            return authority.WhyNot(actor, Act.ChangeOwnSignIn) is null ? await accounts.LinkAsync(answer.Provider, answer.Person, actor, cancellationToken) : ProviderProblem.SignedOut;
        if ((await accounts.FindAsync(answer.Provider, answer.Person.Subject, cancellationToken))?.Id != actor.AccountId)
            return ProviderProblem.OtherPerson;
        if (await proof.WhyNotAsync(answer, cancellationToken) is { } stale)
            return stale;
        await sessions.ProvedAsync(session, cancellationToken);
        return null;
    }

    private async Task RefuseAsync(HttpContext http, Provider provider, Errand? errand, ProviderProblem problem, string detail)
    {
        Log.Refused(logger, provider.Name, problem, detail);
        if (errand is not null)
        {
            var (actor, act) = (new Actor("nobody") { Address = RequestOrigin.Of(http).Address }, errand.Purpose == Purpose.SignIn ? "Sign in" : $"{errand.Purpose} with {provider.Name}");
            await audit.RecordAsync(act, actor, $"refused: {ProviderWords.Of(problem, provider.Name)}", http.RequestAborted);
        }

        http.Response.Redirect(ProviderPaths.ProblemOf(problem, provider));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Nobody came in with {Provider}: {Problem}. {Detail}")]
        public static partial void Refused(ILogger logger, string provider, ProviderProblem problem, string detail);
    }
}
