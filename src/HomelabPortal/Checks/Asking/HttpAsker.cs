using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Asking;

/// <summary>Sends one request over a new connection, without cookies, credentials or a proxy. Of the body no more is read than must be, and nothing of it is told.</summary>
internal sealed class HttpAsker(CheckNetwork network, TimeProvider time)
{
    private const int MostBytes = 1024 * 1024;
    private const int MostRedirects = 5;

    public async Task<CheckAnswer> AskAsync(HttpQuestion question, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var certificate = SslPolicyErrors.None;
        using var handler = Handler(question, errors => certificate = errors);
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(new HttpMethod(question.Method), question.Url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("HomelabPortal", "1.0"));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var (status, took) = ((int)response.StatusCode, time.GetElapsedTime(began));
            if (!StatusRanges.Holds(question.Statuses, status))
                return CheckAnswer.Down($"HTTP {status}, not {question.Statuses}.", took);
            if (question.Contains is not { } text)
                return CheckAnswer.Up($"HTTP {status}.", took);
            return await HoldsAsync(response, text, cancellationToken)
                ? CheckAnswer.Up($"HTTP {status}, with the text.", time.GetElapsedTime(began))
                : CheckAnswer.Down($"HTTP {status}, but the text is not in the answer.", took);
        }
        catch (HttpRequestException fault)
        {
            return Explain(fault, certificate);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return CheckAnswer.Down("It broke its answer off.");
        }
    }

    private SocketsHttpHandler Handler(HttpQuestion question, Action<SslPolicyErrors> onCertificate) => new()
    {
        AllowAutoRedirect = question.FollowsRedirects,
        MaxAutomaticRedirections = MostRedirects,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64,
        // Also where a redirect leads is judged: each connection comes through here.
        ConnectCallback = async (context, stop) => await network.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, stop),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, _, _, errors) =>
            {
                onCertificate(errors);
                return errors == SslPolicyErrors.None || !question.VerifiesTls;
            },
        },
    };

    private static async Task<bool> HoldsAsync(HttpResponseMessage response, string text, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var read = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return buffer.AsSpan(0, read).IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    private static CheckAnswer Explain(HttpRequestException fault, SslPolicyErrors certificate)
    {
        for (Exception? inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is CheckFault known)
                return known.Answer;
        }

        return (fault.HttpRequestError, certificate) switch
        {
            (_, var errors) when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => CheckAnswer.Down("Its certificate is not for this name."),
            (_, not SslPolicyErrors.None) => CheckAnswer.Down("Its certificate has expired, or is by an authority that this machine does not trust."),
            (HttpRequestError.SecureConnectionError, _) => CheckAnswer.Down("The TLS handshake failed."),
            (HttpRequestError.ResponseEnded, _) => CheckAnswer.Down("It ended the connection without an answer."),
            (HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded, _) => CheckAnswer.Down("It answered, but not in HTTP that can be read."),
            _ => CheckAnswer.Down("It did not answer."),
        };
    }
}
