using HomelabPortal.Desired;
using HomelabPortal.Storage;

namespace HomelabPortal.Api.Changes;

/// <summary>A change that is ready to be saved, with the answer it will get: both are committed together.</summary>
/// <param name="Words">What is done to what, for the audit.</param>
internal sealed record Draft(DesiredEdit Edit, string Words, ApiAnswer Answer)
{
    /// <summary>What else is to be committed with the edit or not at all.</summary>
    public Func<PortalDbContext, CancellationToken, Task>? Alongside { get; init; }

    public Func<PortalDbContext, CancellationToken, Task>? With(Func<PortalDbContext, CancellationToken, Task>? more) => (Alongside, more) switch
    {
        (null, _) => more,
        (_, null) => Alongside,
        _ => async (context, cancellationToken) =>
        {
            await Alongside(context, cancellationToken);
            await more(context, cancellationToken);
        },
    };
}
