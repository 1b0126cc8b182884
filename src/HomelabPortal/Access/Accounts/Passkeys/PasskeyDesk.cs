using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>Gives out challenges and looks at the answers. Methods that look return what to tell the person, or null when it was right.</summary>
internal sealed partial class PasskeyDesk(
    IPasskeyHandler<Account> handler, UserManager<Account> users, PasskeyChallenges challenges, Entrance entrance, SessionBook sessions,
    ActionRunner runner, AuditLog audit, AccessStore store, ILogger<PasskeyDesk> logger)
{
    private const string NotAccepted = "This passkey was not accepted.";
    private const string SignedOut = "You are not signed in any more. Sign in and try again.";

    /// <summary>For whoever: the passkey itself says whose it is.</summary>
    public async Task<string> SignInOptionsAsync(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        challenges.Put(http, PasskeyPurpose.SignIn, "", made.AssertionState);
        return made.RequestOptionsJson;
    }

    public async Task<string?> SignInAsync(HttpContext http, string credential, CancellationToken cancellationToken)
    {
        if (challenges.Take(http, PasskeyPurpose.SignIn, "") is not { } state)
            return "That took too long. Try again.";
        var account = await AssertedAsync(http, credential, state);
        if (account is null)
        {
            await audit.RecordAsync("Sign in", new Actor("nobody") { Address = RequestOrigin.Of(http).Address }, "refused: a passkey that is not right", cancellationToken);
            return NotAccepted;
        }

        if (account.IsDisabled)
            return "This account was disabled. Ask an admin.";
        await entrance.AdmitAsync(http, account, "passkey", cancellationToken);
        return null;
    }

    /// <summary>Null when nobody is signed in.</summary>
    public async Task<string?> ProofOptionsAsync(HttpContext http)
    {
        if (PersonOf(http) is not { AccountId: { } id, SessionId: { } session } || await users.FindByIdAsync(id) is not { } account)
            return null;
        var made = await handler.MakeRequestOptionsAsync(account, http);
        challenges.Put(http, PasskeyPurpose.Prove, session, made.AssertionState);
        return made.RequestOptionsJson;
    }

    public async Task<string?> ProveAsync(HttpContext http, string credential, CancellationToken cancellationToken)
    {
        if (PersonOf(http) is not { AccountId: { } id, SessionId: { } session } actor)
            return SignedOut;
        if (challenges.Take(http, PasskeyPurpose.Prove, session) is not { } state)
            return "That took too long. Try again.";
        if ((await AssertedAsync(http, credential, state))?.Id != id)
        {
            await audit.RecordAsync("Confirm who it is", actor, "refused: a passkey that is not right", cancellationToken);
            return NotAccepted;
        }

        await sessions.ProvedAsync(session, cancellationToken);
        return null;
    }

    public async Task<ActionResult<string>> AddOptionsAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(http.User);
        if (await runner.RefuseAsync(Act.ChangeOwnSignIn, "Add a passkey", actor, cancellationToken) is { } refused)
            return refused;
        if (actor.AccountId is not { } id || await users.FindByIdAsync(id) is not { UserName: { } name } account)
            return new ActionOutcome(0, SignedOut);
        if ((await users.GetPasskeysAsync(account)).Count >= PasskeyRules.MostPerAccount)
            return new ActionOutcome(0, $"An account has at most {PasskeyRules.MostPerAccount} passkeys. Remove one first.");
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = id, Name = name, DisplayName = name }, http);
        challenges.Put(http, PasskeyPurpose.Add, id, made.AttestationState);
        return new ActionResult<string>(new ActionOutcome(0, null), made.CreationOptionsJson);
    }

    /// <param name="label">What the owner wants to call it.</param>
    public async Task<ActionOutcome> AddAsync(HttpContext http, string credential, string label, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(http.User, RequestOrigin.Of(http).Address);
        if (await runner.RefuseAsync(Act.ChangeOwnSignIn, "Add a passkey", actor, cancellationToken) is { } refused)
            return refused;
        if (actor.AccountId is not { } id || challenges.Take(http, PasskeyPurpose.Add, id) is not { } state || await users.FindByIdAsync(id) is not { } account)
            return new ActionOutcome(0, "That took too long. Try again.");
        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { CredentialJson = credential, AttestationState = state, HttpContext = http });
        if (!made.Succeeded || made.UserEntity.Id != id)
        {
            Log.Refused(logger, made.Failure?.Message ?? "It is for somebody else.");
            return new ActionOutcome(0, NotAccepted);
        }

        var count = (await users.GetPasskeysAsync(account)).Count;
        if (count >= PasskeyRules.MostPerAccount)
            return new ActionOutcome(0, $"An account has at most {PasskeyRules.MostPerAccount} passkeys. Remove one first.");
        made.Passkey.Name = PasskeyLabel.Of(label, count + 1);
        var saved = await users.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return saved.Succeeded
            ? new ActionOutcome(await audit.RecordAsync("Add a passkey", actor, "done", cancellationToken), null)
            : new ActionOutcome(0, "The account was changed meanwhile. Try again.");
    }

    /// <summary>Whose passkey answered, with its counter moved on; null when it is not right.</summary>
    private async Task<Account?> AssertedAsync(HttpContext http, string credential, string state)
    {
        var answer = await handler.PerformAssertionAsync(new PasskeyAssertionContext { CredentialJson = credential, AssertionState = state, HttpContext = http });
        if (!answer.Succeeded)
        {
            Log.Refused(logger, answer.Failure.Message);
            return null;
        }

        return (await users.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey)).Succeeded ? answer.User : null;
    }

    private Actor? PersonOf(HttpContext http) =>
        Actor.Of(http.User, RequestOrigin.Of(http).Address) is { AccountId: { } id } actor && store.Current.FindActiveAccount(id) is not null ? actor : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A passkey was refused: {Why}")]
        public static partial void Refused(ILogger logger, string why);
    }
}
