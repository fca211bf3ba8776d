using System.Reflection;
using System.Text;
using Anmin.Funeral.Tests.UseCases;
using Anmin.Host;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Access;

/// <summary>
/// Every use case × every shipped post × four seats, found out by asking. A cell is <c>-</c> where the post may not;
/// <c>*</c> where it may and no existing row is in question; else four signs for own, sibling, parent, other: <c>y</c> reaches the row, <c>.</c> does not.
/// </summary>
internal sealed class AccessMatrix(TestApp app)
{
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var holders = new Holders(app);
        var lines = new List<string> { "use case\tpermission\tanyone\t" + string.Join('\t', holders.Posts.Select(p => p.Id)) };
        foreach (var useCase in UseCases().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            var permission = PermissionOf(useCase);
            var asked = AskedOf(useCase);
            if (asked is not null) await asked.PrepareAsync(app);
            var line = new StringBuilder($"{useCase.Namespace!["Anmin.".Length..].Split('.')[0]}.{useCase.Name}\t{permission.Code}\t{(permission == Permission.Anyone ? "*" : "-")}");
            foreach (var post in holders.Posts) line.Append('\t').Append(await CellAsync(asked, permission, holders, post));
            lines.Add(line.ToString());
        }
        return lines;
    }

    /// <summary>Every use case of the kernel and of every module that is registered.</summary>
    public static IEnumerable<Type> UseCases() => Modules.All.Select(m => m.GetType().Assembly).Append(typeof(Gate).Assembly).Distinct().SelectMany(a => a.GetTypes())
        .Where(t => t is { IsClass: true, IsAbstract: false } && Faces(t).Any());

    /// <summary>The request names a row by its id, so a matrix without asking would be a guess.</summary>
    public static bool NamesARow(Type useCase) => Faces(useCase).First().GetGenericArguments()[0] is var request && (request.GetProperty("CaseId")?.PropertyType == typeof(Guid));

    public static IAsked? AskedOf(Type useCase)
    {
        if (AskedRows.Make().GetValueOrDefault(useCase) is { } question) return question;
        if (Scenarios.All.Values.FirstOrDefault(s => s.UseCase == useCase) is not { Elsewhere: true } scenario) return null;
        return (IAsked)typeof(AccessMatrix).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod([useCase, .. Faces(useCase).First().GetGenericArguments()]).Invoke(null, [scenario])!;
    }

    private static Asked<TUseCase, TRequest, TReply> Of<TUseCase, TRequest, TReply>(IScenario scenario) where TUseCase : class, IUseCase<TRequest, TReply> where TRequest : notnull
        => new(async chain => await scenario.RequestAsync(chain) is var request ? ((TRequest)request, typeof(TRequest).GetProperty("CaseId")?.GetValue(request) as Guid?, null) : default);

    private async Task<string> CellAsync(IAsked? asked, Permission permission, Holders holders, Anmin.Identity.People.Post post)
    {
        var own = holders.At(post, Seat.Own);
        if (!own.May(permission)) return "-";
        if (asked is null || permission == Permission.Anyone || permission == Permission.SignedIn) return "*";
        var cell = "";
        foreach (var seat in Enum.GetValues<Seat>()) cell += await asked.ReachesAsync(app, holders.At(post, seat), own.Id, own.Institution) ? 'y' : '.';
        return cell;
    }

    private Permission PermissionOf(Type useCase)
    {
        using var scope = app.Services.CreateScope();
        return (Permission)useCase.GetProperty("Permission")!.GetValue(scope.ServiceProvider.GetRequiredService(useCase))!;
    }

    private static IEnumerable<Type> Faces(Type type) => type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));
}
