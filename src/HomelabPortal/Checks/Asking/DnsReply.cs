namespace HomelabPortal.Checks.Asking;

/// <summary>What a resolver answered.</summary>
/// <param name="Code">0 is fine, 3 is that there is no such name.</param>
/// <param name="IsCut">There is more than fitted; it must be asked again over TCP.</param>
/// <param name="Answers">Those of the type that was asked for.</param>
internal sealed record DnsReply(int Code, bool IsCut, IReadOnlyList<string> Answers);
