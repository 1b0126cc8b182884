namespace HomelabPortal.Search;

internal static class SearchExtensions
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddSingleton<LabSearch>();
}
