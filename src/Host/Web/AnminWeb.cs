using System.Text.Encodings.Web;
using System.Text.Unicode;
using Anmin.Identity.Citizens;
using Anmin.Identity.HeldForms;
using Anmin.Identity.SignIn;
using Anmin.Kernel.Data;
using Anmin.Kernel.Packs;
using Anmin.Notifications.Delivery;
using Anmin.Ui.Frame;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using Microsoft.OpenApi;

namespace Anmin.Host.Web;

/// <summary>Pages, API and everything at the door of the one process.</summary>
public static class AnminWeb
{
    /// <param name="publicPosts">What the operator set: <c>Anmin__PublicPostsPerMinute</c>.</param>
    public static IServiceCollection AddAnminWeb(this IServiceCollection services, HostOptions options, int? publicPosts = null)
        => services.AddAnminWeb(new WebOptions
        {
            Personas = options.OffersPersonas,
            PublicPostsPerMinute = publicPosts ?? (options.OffersPersonas ? 600 : 30),
            PublicLookUpsPerMinute = options.OffersPersonas ? 1200 : 60,
        });

    public static IServiceCollection AddAnminWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options).AddSingleton(new SignInMode(options.Personas)).AddSingleton(new SmsWindow(options.Personas));
        services.AddRazorComponents();
        services.AddScoped<Anmin.Ui.Forms.FormKeys>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "anmin-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true; // the CSP says it
        });
        services.AddSessionCookie().AddProtectionKeys().AddBodyLimits(options).AddRateLimits(options);
        services.AddAuthorization();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddExceptionHandler<Faults.Handler>();
        services.AddSingleton<PageAssemblies>().AddSingleton<Metrics>().AddSingleton<Anmin.Kernel.Monitoring.IVitals>(s => s.GetRequiredService<Metrics>()).AddScoped<IWorkMenu, WorkMenu>();
        services.AddScoped(s => SiteOf(s.GetRequiredService<Reference>().Now));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.MaxDepth = 32;
            o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter());
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.Configure<LoggerFactoryOptions>(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        services.Configure<JsonConsoleFormatterOptions>(o => o.IncludeScopes = true);
        // sealed by the vault before it is stored; the framework cannot know
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // form tokens are masked afresh in every page, so their length tells nothing
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        });
        services.AddOpenApi("v1", o =>
        {
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            o.AddDocumentTransformer<OpenApiWords>();
        });
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture("zh-CN").AddSupportedCultures("zh-CN").AddSupportedUICultures("zh-CN");
            o.RequestCultureProviders.Clear();
        });
        return services;
    }

    /// <summary>The order is the door's: from where, what kind, how large, who, whose form, how often; then the page.</summary>
    public static WebApplication UseAnminWeb(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<WebOptions>();
        app.UseForwardedHeaders();
        app.Use((context, next) => context.RequestServices.GetRequiredService<Metrics>().CountAsync(context, _ => next(context)));
        app.UseAnminHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem/500", CreateScopeForErrors = true, StatusCodeSelector = Faults.StatusOf, AllowStatusCode404Response = true });
        app.UseWhen(Faults.IsApi, api => api.UseStatusCodePages(async context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            await Faults.WriteJsonAsync(context.HttpContext, Faults.ProblemOf(context.HttpContext, status), status);
        }));
        app.UseWhen(context => !Faults.IsApi(context), pages => pages.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true));
        app.UseProblemPages();
        app.UseBodyLimits(options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseCurrentActor();
        app.UseCurrentCitizen();
        app.UseRateLimiter();
        app.UseSameSiteApi();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseHeldForms();
        app.UseFreshForms();
        app.UseFormsThatAreGone();
        app.UseDisplayPreference();
        app.MapAnmin();
        return app;
    }

    private static void MapAnmin(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealth();
        Metrics.Map(app);
        app.MapSignOut();
        app.MapReads();
        var api = app.MapGroup("/api/v1");
        foreach (var module in app.Services.GetRequiredService<ModelParts>().Modules) module.MapRoutes(api);
        foreach (var module in app.Services.GetRequiredService<ModelParts>().Modules) module.MapPages(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. app.Services.GetRequiredService<PageAssemblies>().Assemblies]);
    }

    private static SiteProfile SiteOf(ReferenceData now) => new(now.City.City, now.City.Bureau.Length > 0 ? now.City.Bureau : "民政局", now.City.Hotline, now.City.HotlineNote) { Zone = now.Zone };
}
