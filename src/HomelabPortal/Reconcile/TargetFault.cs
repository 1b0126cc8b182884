namespace HomelabPortal.Reconcile;

/// <summary>Why an outside system did not do what was asked.</summary>
/// <param name="Message">What was tried, on what, and what the owner can do. No secrets.</param>
public sealed record TargetFault(FaultKind Kind, string Message, TimeSpan? RetryAfter = null);
