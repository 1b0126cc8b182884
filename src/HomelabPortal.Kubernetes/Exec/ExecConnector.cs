using System.Net;
using System.Net.WebSockets;

namespace HomelabPortal.Kubernetes;

/// <summary>Opens the WebSocket of an execution with the same connections, trust and credentials as every other call.</summary>
internal sealed class ExecConnector(KubernetesConnection connection, HttpMessageHandler connections, KubernetesClientOptions options, TimeProvider time)
{
    public async Task<ExecSession> ConnectAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await TryAsync(request, either.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException or HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw deadline.IsCancellationRequested
                ? new KubernetesApiException(KubernetesErrorKind.Timeout, $"Could not {request.What}: {connection.Server.Authority} did not answer within {options.CallTimeout.TotalSeconds:0} s.", fault)
                : new KubernetesApiException(KubernetesErrorKind.Unreachable, $"Could not {request.What}: no connection to {connection.Server.Authority}. {fault.GetBaseException().Message}", fault);
        }
    }

    private async Task<ExecSession> TryAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var token = await connection.Credential.GetTokenAsync(time, cancellationToken);
        try
        {
            return await ConnectOnceAsync(request, token, cancellationToken);
        }
        catch (KubernetesApiException refused) when (refused.Kind == KubernetesErrorKind.Unauthorized && token is not null && connection.Credential.Invalidate(token))
        {
            // Nothing ran yet, so asking again with a token read anew is safe, once.
            var fresh = await connection.Credential.GetTokenAsync(time, cancellationToken);
            if (fresh is null || fresh == token)
                throw;
            return await ConnectOnceAsync(request, fresh, cancellationToken);
        }
    }

    private async Task<ExecSession> ConnectOnceAsync(ApiRequest request, string? token, CancellationToken cancellationToken)
    {
        using var refusal = new ExecRefusal(connections, connection, token);
        using var invoker = new HttpMessageInvoker(refusal, disposeHandler: false);
        var socket = NewSocket();
        try
        {
            await socket.ConnectAsync(AddressOf(request), invoker, cancellationToken);
        }
        catch (WebSocketException) when (refusal.Answer is not null)
        {
            socket.Dispose();
            throw await ApiErrors.ReadAsync(refusal.Answer, request.What, time, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (socket.SubProtocol is ExecSession.V5 or ExecSession.V4)
            return new ExecSession(socket, time);
        socket.Dispose();
        throw new KubernetesApiException(KubernetesErrorKind.BadResponse, $"Could not {request.What}: the server opened a WebSocket that speaks neither {ExecSession.V5} nor {ExecSession.V4}.");
    }

    private ClientWebSocket NewSocket()
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version11;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.AddSubProtocol(ExecSession.V5);
        socket.Options.AddSubProtocol(ExecSession.V4);
        socket.Options.SetRequestHeader("User-Agent", options.UserAgent);
        socket.Options.KeepAliveInterval = options.ExecPingInterval;
        socket.Options.KeepAliveTimeout = options.ExecPingTimeout;
        return socket;
    }

    private Uri AddressOf(ApiRequest request)
    {
        var http = new Uri(connection.BaseAddress, request.Target).AbsoluteUri;
        // "http" becomes "ws", and "https" becomes "wss".
        return new Uri("ws" + http["http".Length..]);
    }
}
