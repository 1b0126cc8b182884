using System.Globalization;
using HomelabPortal.Simulator.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace HomelabPortal.Simulator.Faults;

/// <summary>Writes every request to the log and lets the faults strike it, in front of one endpoint.</summary>
internal sealed class FaultMiddleware(ILabEndpoint endpoint, FaultInjector faults, TimeProvider time, bool recordAnswers)
{
    private const int LargestBody = 16 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = await ReadAsync(context);
        faults.Log.Add(request);
        var struck = new RequestFaults(request, faults.Take(request));
        context.Features.Set(struck);
        context.Response.OnStarting(() =>
        {
            if (struck.Find<FaultEffect.LostResponse>() is null) request.StatusCode = context.Response.StatusCode;
            return Task.CompletedTask;
        });
        if (struck.Find<FaultEffect.Latency>() is { Effect: FaultEffect.Latency(var delay) })
            await Task.Delay(delay, time, context.RequestAborted);
        if (struck.Find<FaultEffect.Status>() is { Effect: FaultEffect.Status status })
            await RefuseAsync(context, status);
        else if (struck.Find<FaultEffect.Reply>() is { Effect: FaultEffect.Reply reply })
            await ReplyAsync(context, reply);
        else if (struck.Find<FaultEffect.LostResponse>() is not null)
            await LoseAsync(context, next);
        else if (AnswerFault(struck) is { } fault)
            await AlterAsync(context, next, fault, request);
        else if (recordAnswers)
            await RecordAsync(context, next, request);
        else
            await next(context);
    }

    /// <summary>A stale read is left to Kubernetes, which can answer from an older state; elsewhere the first answer is repeated.</summary>
    private Fault? AnswerFault(RequestFaults struck) =>
        struck.Find<FaultEffect.TruncatedBody>() ?? struck.Find<FaultEffect.MissingItems>()
        ?? (endpoint.System == SimulatedSystem.Kubernetes || struck.Request.IsWrite ? null : struck.Stale);

    private async Task<SimulatedRequest> ReadAsync(HttpContext context)
    {
        var body = ReadOnlyMemory<byte>.Empty;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
            if (buffer.Length > LargestBody) throw new BadHttpRequestException("The body is larger than 16 MiB.", StatusCodes.Status413PayloadTooLarge);
            body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            buffer.Position = 0;
            context.Request.Body = buffer;
        }
        return new SimulatedRequest
        {
            System = endpoint.System,
            Endpoint = endpoint.Name,
            Method = context.Request.Method,
            Verb = endpoint.VerbOf(context.Request),
            PathAndQuery = context.Request.Path.Value + context.Request.QueryString.Value,
            At = time.GetUtcNow(),
            ContentType = context.Request.ContentType,
            Body = body,
        };
    }

    private async Task RefuseAsync(HttpContext context, FaultEffect.Status status)
    {
        if (status.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var echo = status.Echoes ? string.Join(", ", context.Request.Headers.Select(header => $" {header.Key}: {header.Value}")) : "";
        await endpoint.WriteErrorAsync(context, status.Code, "A fault was injected here." + echo);
    }

    private static Task ReplyAsync(HttpContext context, FaultEffect.Reply reply)
    {
        context.Response.StatusCode = reply.Code;
        context.Response.ContentType = reply.ContentType;
        return context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static async Task LoseAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Body = Stream.Null;
        await next(context);
        context.Abort();
    }

    private static async Task RecordAsync(HttpContext context, RequestDelegate next, SimulatedRequest request)
    {
        var answer = new RecordingStream(context.Response.Body);
        context.Response.Body = answer;
        await next(context);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        request.Answer = answer.Recorded;
    }

    private static async Task AlterAsync(HttpContext context, RequestDelegate next, Fault fault, SimulatedRequest request)
    {
        var real = context.Response.Body;
        var answer = await AnswerAsync(context, next, fault, request.PathAndQuery);
        context.Response.Body = real;
        var body = fault.Effect switch
        {
            FaultEffect.TruncatedBody => answer.Body.AsMemory(0, answer.Body.Length / 2),
            FaultEffect.MissingItems => PageCutter.HalfOf(answer.Body),
            _ => answer.Body,
        };
        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = null;
        request.Answer = body;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<RecordedAnswer> AnswerAsync(HttpContext context, RequestDelegate next, Fault fault, string path)
    {
        lock (fault.Frozen)
        {
            if (fault.Frozen.TryGetValue(path, out var frozen)) return frozen;
        }
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        var answer = new RecordedAnswer(context.Response.StatusCode, context.Response.ContentType, buffer.ToArray());
        if (fault.Effect is FaultEffect.StaleRead)
        {
            lock (fault.Frozen) fault.Frozen[path] = answer;
        }
        return answer;
    }
}
