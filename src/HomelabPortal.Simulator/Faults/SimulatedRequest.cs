using System.Text;

namespace HomelabPortal.Simulator.Faults;

/// <summary>One request the lab has seen.</summary>
public sealed class SimulatedRequest
{
    private volatile int _statusCode;

    public required SimulatedSystem System { get; init; }

    /// <summary>The listener's name, such as a Docker host's.</summary>
    public required string Endpoint { get; init; }

    public required string Method { get; init; }

    /// <summary>The Kubernetes verb; the method elsewhere.</summary>
    public required string Verb { get; init; }

    public required string PathAndQuery { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? ContentType { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Zero until the answer began; 0 also when the connection was cut before it.</summary>
    public int StatusCode { get => _statusCode; internal set => _statusCode = value; }

    /// <summary>Kept only with <see cref="SimulatedLabOptions.RecordAnswers"/>; at most a megabyte.</summary>
    public ReadOnlyMemory<byte> Answer { get; internal set; }

    public string AnswerText => Encoding.UTF8.GetString(Answer.Span);

    /// <summary>Whether it asked for a change. A review asks what one may do by a POST, and leaves nothing behind.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS") && !PathAndQuery.StartsWith("/apis/authorization.k8s.io/", StringComparison.Ordinal);

    public override string ToString() => $"{System} {Method} {PathAndQuery} {StatusCode}";
}
