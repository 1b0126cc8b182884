using HomelabPortal.Hostnames.Table.Remedies;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A step that would mend a hostname.</summary>
/// <param name="Link">The page that does it, filled in.</param>
internal sealed record MendingResource(MendKind Kind, string Text, string Link);
