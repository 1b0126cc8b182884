namespace HomelabPortal.Access.Web;

/// <summary>Puts the headers on outside the framework's own host filter, so that its refusals have them too.</summary>
internal sealed class HeadersFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(app.ApplicationServices.GetRequiredService<ResponseHeaders>().InvokeAsync);
        next(app);
    };
}
