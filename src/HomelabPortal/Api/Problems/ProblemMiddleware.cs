using System.Text.Json;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using Microsoft.Net.Http.Headers;

namespace HomelabPortal.Api.Problems;

/// <summary>Gives every error under /api its problem details, wherever it came from, and keeps answers out of caches.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!BearerRequest.IsForApi(context.Request))
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        if (await RunAsync(context) is { } problem && !context.Response.HasStarted)
            await WriteAsync(context, problem);
    }

    private async Task<Problem?> RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
            return IsBareError(context.Response) ? Explain(context) : null;
        }
        catch (ProblemException fault)
        {
            return fault.Problem;
        }
        catch (BadHttpRequestException fault)
        {
            return Problem.Of(fault.StatusCode);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
            return null;
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault, context.Request.Method, context.Request.Path);
            return Problem.Of(StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>A status from the framework: routing, authorization, limits.</summary>
    private static bool IsBareError(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null } && response.ContentLength is null or 0;

    private static Problem Explain(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden && context.Features.Get<AccessRefusal>() is { } refusal
            ? Problem.Of(refusal)
            : Problem.Of(status);
    }

    private static async Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status401Unauthorized && !response.Headers.ContainsKey(HeaderNames.WWWAuthenticate))
            response.Headers.WWWAuthenticate = "Bearer realm=\"homelab-portal\"";
        if (problem.Type == Problem.InFlight || problem.Status == StatusCodes.Status429TooManyRequests)
            response.Headers.RetryAfter = "2";
        response.ContentType = Problem.ContentType;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.WriteAsync(JsonSerializer.Serialize(problem, ApiJson.Writing), context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception fault, string method, PathString path);
    }
}
