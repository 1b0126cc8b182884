namespace HomelabPortal.Cloudflare;

/// <summary>What every answer is wrapped in.</summary>
internal sealed record Envelope<T>
{
    public bool? Success { get; init; }

    public IReadOnlyList<WireError?>? Errors { get; init; }

    public T? Result { get; init; }

    public PageInfo? ResultInfo { get; init; }
}
