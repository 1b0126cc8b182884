using HomelabPortal.Access.Authority;
using HomelabPortal.Api.Problems;

namespace HomelabPortal.Api;

/// <summary>How an endpoint of the API says what it is. A test fails for one that does not name its act.</summary>
internal static class ActEndpoints
{
    /// <summary>Only who may do the act gets in. What the request then asks for may be more: edits are judged again by what they are.</summary>
    public static T RequireAct<T>(this T endpoint, Act act)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequireActAttribute(act)).Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

    /// <summary>It changes a thing that others may change meanwhile, so it must say which state of it was seen.</summary>
    public static RouteHandlerBuilder RequireIfMatch(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new IfMatchAttribute()).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);

    /// <summary>Its answer has an ETag; a reading with that tag as If-None-Match is answered 304.</summary>
    public static RouteHandlerBuilder Tagged(this RouteHandlerBuilder endpoint, bool isReading = true)
    {
        endpoint.WithMetadata(new TaggedAttribute());
        return isReading ? endpoint.Produces(StatusCodes.Status304NotModified) : endpoint;
    }

    /// <summary>Names the errors of an operation for its description.</summary>
    public static T Fails<T>(this T endpoint, params int[] statuses)
        where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [Problem.ContentType]));
        return endpoint;
    }
}
