namespace HomelabPortal.Cloudflare;

/// <summary>One entry of the envelope's <c>errors</c>. The useful code is often in <see cref="Chain"/>.</summary>
/// <param name="Code">Cloudflare's code; there is no official list. Null when the answer gave none.</param>
/// <param name="Message">Cloudflare's text.</param>
/// <param name="Chain">The causes, outermost first; empty when there are none.</param>
/// <param name="Field">JSON pointer of the field at fault, when given.</param>
public sealed record CloudflareError(int? Code, string Message, IReadOnlyList<CloudflareError> Chain, string? Field = null)
{
    /// <summary>This error and all of its causes.</summary>
    public IEnumerable<CloudflareError> SelfAndCauses => Chain.SelectMany(cause => cause.SelfAndCauses).Prepend(this);
}
