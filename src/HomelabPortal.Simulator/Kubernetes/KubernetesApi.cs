using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Kubernetes.Api;
using HomelabPortal.Simulator.Kubernetes.Exec;
using HomelabPortal.Simulator.Kubernetes.Fleet;
using HomelabPortal.Simulator.Kubernetes.Kubelet;

namespace HomelabPortal.Simulator.Kubernetes;

/// <summary>The API server's listener.</summary>
internal sealed class KubernetesApi : ILabEndpoint
{
    private readonly KubernetesStore _store;
    private readonly Access _access;
    private readonly int _port;
    private readonly ReadCalls _reads;
    private readonly WatchCall _watch;
    private readonly WriteCalls _writes;
    private readonly ScaleCalls _scales;
    private readonly EvictionCall _evictions;
    private readonly PodLogCall _logs;
    private readonly ExecCall _execs;
    private readonly ControlCalls _control;
    private CancellationToken _stopping;

    public KubernetesApi(KubernetesStore store, FaultInjector faults, LabTokens tokens, PodChurn churn, KubeletLogs logs, LogWriter? writer, int port)
    {
        (_store, _access, _port, _control) = (store, new Access(tokens), port, new ControlCalls(churn));
        (_reads, _watch, _writes, _logs) = (new ReadCalls(store), new WatchCall(store, faults), new WriteCalls(store), new PodLogCall(store, logs, writer, faults));
        _execs = new ExecCall(store, faults);
        (_scales, _evictions) = (new ScaleCalls(store, _writes.Writer), new EvictionCall(store, _writes.Remover));
    }

    public SimulatedSystem System => SimulatedSystem.Kubernetes;

    public string Name => "kubernetes";

    public int Port => _port;

    public bool UsesTls => true;

    public void Configure(IApplicationBuilder app)
    {
        _stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        app.UseWebSockets();
        app.Run(RunAsync);
    }

    public string VerbOf(HttpRequest request) => ApiPath.VerbOf(request, ApiPath.Parse(request.Path.Value ?? "")?.Name is not null);

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        var reason = statusCode switch
        {
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "NotFound",
            409 => "Conflict",
            410 => "Expired",
            429 => "TooManyRequests",
            500 => "InternalError",
            503 => "ServiceUnavailable",
            504 => "Timeout",
            _ => "Unknown",
        };
        return Answers.WriteAsync(context, Statuses.Failure(statusCode, reason, message));
    }

    private async Task RunAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context);
        }
        catch (StatusException problem) when (!context.Response.HasStarted)
        {
            await Answers.WriteAsync(context, problem);
        }
        catch (InvalidOperationException problem) when (!context.Response.HasStarted && !HttpMethods.IsGet(context.Request.Method))
        {
            // Reading a JSON member as a type it does not have ends here.
            await Answers.WriteAsync(context, Statuses.BadRequest("a member of the body has the wrong type: " + problem.Message));
        }
    }

    private async Task DispatchAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path is "/healthz" or "/livez" or "/readyz")
        {
            await Answers.WriteTextAsync(context, 200, "ok");
            return;
        }
        if (path == "/version" && HttpMethods.IsGet(context.Request.Method))
        {
            await Answers.WriteAsync(context, Discovery.Version);
            return;
        }
        var user = _access.UserOf(context.Request) ?? throw Statuses.Unauthorized();
        if (path.StartsWith(ControlCalls.Prefix, StringComparison.Ordinal)) await _control.RunAsync(context, user);
        else if (path == AccessReview.Path) await AccessReview.RunAsync(context, user);
        else if (HttpMethods.IsGet(context.Request.Method) && Discovery.Answer(path, _store.Catalog, context.Request.Host.Value ?? "") is { } discovered) await Answers.WriteAsync(context, discovered);
        else if (ApiPath.Parse(path) is { } parsed) await ResourceAsync(context, parsed, user);
        else if (!HttpMethods.IsGet(context.Request.Method)) throw Statuses.MethodNotAllowed();
        else await Answers.WriteTextAsync(context, 404, "404 page not found\n");
    }

    private Task ResourceAsync(HttpContext context, ApiPath path, string user)
    {
        if (path.In(_store.Catalog, context.Request) is not { } request)
        {
            var groupIsKnown = _store.Catalog.All.Any(resource => resource.Group == path.Group);
            if (groupIsKnown) throw Statuses.NoSuchResource();
            return Answers.WriteTextAsync(context, 404, "404 page not found\n");
        }
        Access.Check(user, request);
        if (request.Resource.IsReadOnly && request.Verb is not ("get" or "list")) throw Statuses.MethodNotAllowed();
        return (request.Subresource, request.Verb) switch
        {
            ("", "watch") => _watch.RunAsync(context, request, _stopping),
            ("", "list") => _reads.ListAsync(context, request),
            ("" or "status", "get") => _reads.GetAsync(context, request),
            ("", "create") when request.Name is null => _writes.CreateAsync(context, request),
            ("", "update") when request.Name is not null => _writes.UpdateAsync(context, request),
            ("", "patch" or "apply") when request.Name is not null => _writes.PatchAsync(context, request),
            ("status", "update") when request.Resource.HasStatus => _writes.UpdateAsync(context, request),
            ("status", "patch" or "apply") when request.Resource.HasStatus => _writes.PatchAsync(context, request),
            ("", "delete") => _writes.DeleteAsync(context, request),
            ("", "deletecollection") => _writes.DeleteAllAsync(context, request),
            ("scale", "get") when request.Resource.HasScale => _scales.GetAsync(context, request),
            ("scale", "update" or "patch") when request.Resource.HasScale => _scales.WriteAsync(context, request),
            ("eviction", "create") when request.Resource.Plural == "pods" => _evictions.RunAsync(context, request),
            ("log", "get") when request.Resource.Plural == "pods" => _logs.RunAsync(context, request, _stopping),
            ("exec", "get" or "create") when request.Resource.Plural == "pods" => _execs.RunAsync(context, request, _stopping),
            ("", _) => throw Statuses.MethodNotAllowed(),
            _ => throw Statuses.NoSuchResource(),
        };
    }
}
