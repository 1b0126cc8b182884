namespace HomelabPortal.Logins.Api;

/// <summary>All login policies at one revision of what is wanted.</summary>
internal sealed record LoginPolicyList(long Revision, IReadOnlyList<LoginPolicyResource> Items);
