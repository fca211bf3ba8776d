using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Ui.Frame;

/// <summary>What pages built from this library need in DI, besides the host's <c>SiteProfile</c> and <c>IWorkMenu</c>.</summary>
public static class UiRegistration
{
    public static IServiceCollection AddUi(this IServiceCollection services, SiteProfile site)
    {
        services.AddRazorComponents();
        services.AddSingleton(site).AddScoped<Forms.FormKeys>();
        // the default writes every Chinese character as &#x….; which trebles a page
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }
}
