using HomelabPortal.Access.Authority;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Description;
using HomelabPortal.Api.Me;
using HomelabPortal.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;

namespace HomelabPortal.Api;

/// <summary>The frame of the REST API. Each feature brings its own endpoints; docs/api.md and CONTRIBUTING.md say how.</summary>
internal static class ApiExtensions
{
    public const string Root = "/api/v1";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<ChangeDesk>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ActAnswers>();
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        services.AddApiDescription();
        return services;
    }

    /// <summary>Around everything that can fail under /api: no error leaves without problem details.</summary>
    public static void UseApi(this WebApplication app) => app.UseMiddleware<ProblemMiddleware>();

    /// <summary>The group that features add their endpoints to.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi($"{Root}/openapi.json").RequireAct(Act.SeeLab);
        var api = app.MapGroup(Root);
        api.AddEndpointFilter<IdempotencyFilter>();
        api.MapMeApi();
        return api;
    }
}
