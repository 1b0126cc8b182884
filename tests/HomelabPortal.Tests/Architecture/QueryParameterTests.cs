using System.Reflection;
using HomelabPortal.Ui.Values;
using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Tests.Architecture;

/// <summary>A part of a page that has its parameters supplied from the query string ends the circuit when it appears while the address changes.</summary>
public sealed class QueryParameterTests
{
    [Fact]
    public void Parts_ThatArePagesNot_ReadTheQueryThemselves() => Assert.Equal(
        [],
        typeof(QueryPart).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ComponentBase)) && type.GetCustomAttributes<RouteAttribute>().FirstOrDefault() is null)
            .SelectMany(type => type.GetProperties().Where(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).Select(property => $"{type.Name}.{property.Name}")));
}
