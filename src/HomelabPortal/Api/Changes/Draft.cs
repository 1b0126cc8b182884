using HomelabPortal.Desired;

namespace HomelabPortal.Api.Changes;

/// <summary>A change that is ready to be saved, with the answer it will get: both are committed together.</summary>
/// <param name="Words">What is done to what, for the audit.</param>
internal sealed record Draft(DesiredEdit Edit, string Words, ApiAnswer Answer);
