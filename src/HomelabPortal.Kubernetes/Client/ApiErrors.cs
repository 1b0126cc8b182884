using System.Net;
using System.Text;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>Turns answers that are not successes into exceptions; status codes get their meaning here and nowhere else.</summary>
internal static class ApiErrors
{
    private const int LongestBody = 256 * 1024;
    private const int LongestPlainText = 300;

    /// <summary>Reads the body, which is a Status or, from proxies and kubelets, any text.</summary>
    public static async Task<KubernetesApiException> ReadAsync(HttpResponseMessage response, string what, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = WithoutCredential(await ReadBodyAsync(response.Content, cancellationToken), response.RequestMessage?.Headers.Authorization?.Parameter);
        var status = ParseStatus(body.Span);
        var said = status is { Message.Length: > 0 } ? status.Message : PlainText(body.Span);
        return From(what, (int)response.StatusCode, status, said, RetryAfter(response, status, time));
    }

    /// <summary>Careless proxies and debug pages repeat the request in their errors; what is shown and logged from here on must not hold the token.</summary>
    private static ReadOnlyMemory<byte> WithoutCredential(ReadOnlyMemory<byte> body, string? credential) =>
        credential is { Length: > 0 } && body.Span.IndexOf(Encoding.UTF8.GetBytes(credential)) >= 0
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span).Replace(credential, "•••", StringComparison.Ordinal))
            : body;

    /// <summary>The error a watch carries in its stream.</summary>
    public static KubernetesApiException FromWatch(string what, Status status) =>
        From(what, status.Code == 0 ? (int)HttpStatusCode.InternalServerError : status.Code, status, status.Message, SecondsToWait(status));

    private static KubernetesApiException From(string what, int code, Status? status, string said, TimeSpan? retryAfter) =>
        new(KindOf(code, status), Message(what, code, status, said)) { StatusCode = code, Status = status, RetryAfter = retryAfter };

    private static KubernetesErrorKind KindOf(int code, Status? status) => (code, status?.Reason) switch
    {
        (410, _) or (_, "Expired") or (_, "Gone") => KubernetesErrorKind.Expired,
        _ when status?.HasCause("ResourceVersionTooLarge") == true => KubernetesErrorKind.ResourceVersionTooLarge,
        (401, _) => KubernetesErrorKind.Unauthorized,
        (403, _) => KubernetesErrorKind.Forbidden,
        // Only the 404 of an object names the object; that of a path the server does not know is plain text or has no name.
        (404, _) => status?.Details is { Name.Length: > 0 } ? KubernetesErrorKind.NotFound : KubernetesErrorKind.NotInstalled,
        (409, "AlreadyExists") => KubernetesErrorKind.AlreadyExists,
        (409, _) => KubernetesErrorKind.Conflict,
        (429, _) => KubernetesErrorKind.TooManyRequests,
        ( >= 500, _) => KubernetesErrorKind.Unavailable,
        ( >= 400, _) => KubernetesErrorKind.Invalid,
        _ => KubernetesErrorKind.BadResponse,
    };

    private static string Message(string what, int code, Status? status, string said)
    {
        var reason = status is { Reason.Length: > 0 } ? $"{code} {status.Reason}" : code.ToString();
        return said.Length == 0 ? $"Could not {what}: the server answered {reason}." : $"Could not {what}: {said} ({reason})";
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, Status? status, TimeProvider time)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => SecondsToWait(status),
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan? SecondsToWait(Status? status) =>
        status?.Details?.RetryAfterSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null;

    private static Status? ParseStatus(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body[0] != (byte)'{')
            return null;
        try
        {
            return JsonSerializer.Deserialize(body, ApiJson.Default.Status);
        }
        catch (JsonException)
        {
            // A proxy's own JSON, or a Status cut short: the HTTP status still says enough.
            return null;
        }
    }

    private static string PlainText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestPlainText)]).Trim();
        return text.StartsWith('<') ? "" : text;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (length < LongestBody)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                break;
            length += read;
        }
        return buffer.AsMemory(0, length);
    }
}
