using HomelabPortal.Api.Problems;

namespace HomelabPortal.Api;

/// <summary>The body as it came, kept for the request: what repeats a request must repeat it to the byte.</summary>
internal sealed record RequestBytes(ReadOnlyMemory<byte> Body)
{
    public const int Most = 1024 * 1024;

    public static ReadOnlyMemory<byte> Of(HttpContext context) => context.Features.Get<RequestBytes>()?.Body ?? ReadOnlyMemory<byte>.Empty;

    /// <exception cref="ProblemException">It is longer than <see cref="Most"/>.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > Most)
                throw new ProblemException(Problem.Of(StatusCodes.Status413PayloadTooLarge));
            body.Write(buffer, 0, read);
        }

        var bytes = body.ToArray();
        context.Features.Set(new RequestBytes(bytes));
        return bytes;
    }
}
