namespace HomelabPortal.Cloudflare;

/// <summary>An error as it is sent; anything may be missing.</summary>
internal sealed record WireError
{
    public int? Code { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<WireError?>? ErrorChain { get; init; }

    public WireErrorSource? Source { get; init; }

    public static IReadOnlyList<CloudflareError> ToErrors(IReadOnlyList<WireError?>? errors) =>
        errors is null ? [] : [.. errors.OfType<WireError>().Select(error => error.ToError())];

    private CloudflareError ToError() => new(Code, Message ?? "", ToErrors(ErrorChain), Source?.Field);
}
