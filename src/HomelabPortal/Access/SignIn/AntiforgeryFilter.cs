using Microsoft.AspNetCore.Antiforgery;

namespace HomelabPortal.Access.SignIn;

/// <summary>Refuses a request that no page of this portal can have sent.</summary>
internal sealed class AntiforgeryFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Problem("The page is too old. Load it again and repeat.", statusCode: StatusCodes.Status400BadRequest);
}
