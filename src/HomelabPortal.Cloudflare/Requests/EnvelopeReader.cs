using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Cloudflare;

/// <summary>Bytes of an answer to its envelope, or to the one exception callers know. Pages of HTML and empty bodies are expected.</summary>
internal static class EnvelopeReader
{
    public static Envelope<T> Read<T>(ApiCall call, Answer answer, JsonTypeInfo<Envelope<T>> type)
    {
        if (!answer.IsSuccess)
            throw Failure(call, answer, ReadErrors(answer.Body)?.Errors);

        Envelope<T>? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize(answer.Body, type);
        }
        // A doubled member inside a raw document is reported as ArgumentException.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            if (ReadErrors(answer.Body) is { Success: false } refusal)
                throw Failure(call, answer, refusal.Errors);
            throw Incomplete(call, answer.Status, "the answer was not the JSON that was expected", e);
        }

        if (envelope is { Success: false })
            throw Failure(call, answer, envelope.Errors);
        if (envelope is null || (envelope.Result is null && !call.MayOmitResult) || (envelope.Success is null && !call.MayOmitSuccess))
            throw Incomplete(call, answer.Status, "the answer held no result");
        return envelope;
    }

    public static CloudflareApiException Incomplete(ApiCall call, HttpStatusCode? status, string why, Exception? cause = null) =>
        new(CloudflareErrorKind.Unavailable, $"Cloudflare did not {call.What}: {why}. Try again later.", cause) { StatusCode = status, Tried = call.What };

    /// <summary>The text of an answer that has no envelope; failures have one all the same.</summary>
    public static string ReadText(ApiCall call, Answer answer)
    {
        if (!answer.IsSuccess)
            throw Failure(call, answer, ReadErrors(answer.Body)?.Errors);
        if (ReadErrors(answer.Body) is { Success: false } refusal)
            throw Failure(call, answer, refusal.Errors);
        return answer.Body.Length > 0 ? Encoding.UTF8.GetString(answer.Body) : throw Incomplete(call, answer.Status, "the answer was empty");
    }

    private static CloudflareApiException Failure(ApiCall call, Answer answer, IReadOnlyList<WireError?>? wireErrors)
    {
        var errors = WireError.ToErrors(wireErrors);
        var kind = ErrorClassifier.Classify(answer.Status, errors, isTokenCheck: call.Permission is null);
        return new(kind, ErrorText.For(call, kind, answer.Status, errors))
        {
            Tried = call.What,
            StatusCode = answer.Status,
            Errors = errors,
            RetryAfter = answer.RetryAfter ?? (kind == CloudflareErrorKind.RateLimited ? answer.Limit?.ResetsIn ?? RetryAfterHeader.Default : null),
            MissingPermission = kind == CloudflareErrorKind.MissingPermission ? call.Permission : null,
        };
    }

    // Not JSON simply means that the answer brought no errors of its own: the status then decides.
    private static ErrorEnvelope? ReadErrors(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, CloudflareJson.Wire.ErrorEnvelope);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
