namespace HomelabPortal.Cloudflare;

/// <summary>The envelope of a refusal, whose <c>result</c> may be anything.</summary>
internal sealed record ErrorEnvelope
{
    public bool? Success { get; init; }

    public IReadOnlyList<WireError?>? Errors { get; init; }
}
