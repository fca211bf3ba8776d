namespace Anmin.Host.Web;

public static class AnminWeb
{
    public static IServiceCollection AddAnminWeb(this IServiceCollection services, HostOptions options) => services;

    public static WebApplication UseAnminWeb(this WebApplication app) => app;
}
