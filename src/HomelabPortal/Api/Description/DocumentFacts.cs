using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomelabPortal.Api.Description;

/// <summary>What holds for the whole API.</summary>
internal static class DocumentFacts
{
    public const string Bearer = "token";

    public static Task AddAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "HomelabPortal",
            Version = "v1",
            Description = "The lab as the portal sees it, and what is wanted of it. Errors are problem details (RFC 9457).",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "hlp_",
            Description = "An API token, made under Account. It is accepted in this header only.",
        };
        return Task.CompletedTask;
    }
}
