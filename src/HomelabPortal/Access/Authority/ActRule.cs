using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Authority;

/// <summary>Who may do one act.</summary>
/// <param name="Words">The act in a sentence: "change the policy".</param>
/// <param name="Scope">What a token needs for it; null keeps it from programs altogether.</param>
/// <param name="NeedsProof">The person must have proved who they are within the last five minutes; a token needs its scope alone, given after such a proof.</param>
internal sealed record ActRule(Act Act, Role Role, string Words, string? Scope, bool NeedsProof = false);
