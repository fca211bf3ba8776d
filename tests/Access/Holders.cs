using Anmin.Contracts.Identity;
using Anmin.Identity.People;
using Anmin.Kernel.Actors;
using Anmin.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Access;

/// <summary>Where somebody sits, seen from the row: at its own unit, at one beside it, above it, or in another city.</summary>
internal enum Seat { Own, Sibling, Parent, Other }

/// <summary>
/// One invented person per shipped post and seat, made of the shipped roles by the same code that makes real ones. "Own" is the
/// institution that has the case (or the like in its county); the case counts as opened by, and assigned to, the holder at "own".
/// </summary>
internal sealed class Holders
{
    private static readonly Dictionary<Seat, string> Counties = new() { [Seat.Own] = "321302", [Seat.Sibling] = "321322", [Seat.Parent] = "3213", [Seat.Other] = "410205" };

    private readonly PeopleView view;

    public Holders(TestApp app)
    {
        var rows = app.Services.GetRequiredService<PeopleBook>().Now.Rows;
        var posts = rows.Posts.Where(p => !p.Local).ToList();
        view = PeopleView.Of(rows with
        {
            Institutions = [.. posts.SelectMany(p => Enum.GetValues<Seat>().Select(s => (Kind: KindOf(p), Seat: s))).Distinct().Where(x => IdOf(x.Kind, x.Seat) is var id && rows.Institutions.All(i => i.Id != id)).Select(x => PlaceOf(x.Kind, x.Seat))
                .Concat(rows.Institutions)],
            Staff = [.. posts.SelectMany(p => Enum.GetValues<Seat>().Select(s => PersonOf(p, s)))],
            Appointments = [],
        }, app.Services.GetRequiredService<PeopleBook>().Now.Day);
        Posts = posts;
    }

    /// <summary>As the nation's pack ships them; a post has the name of its role.</summary>
    public IReadOnlyList<Post> Posts { get; }

    public Actor At(Post post, Seat seat) => view.Actors[PersonId(post, seat)] with { Device = "test" };

    public static string PersonId(Post post, Seat seat) => $"m-{post.Id}-{seat}".ToLowerInvariant();

    private static Staff PersonOf(Post post, Seat seat) => new() { Id = PersonId(post, seat), Name = post.Name, Institution = IdOf(KindOf(post), seat), Division = DivisionOf(KindOf(post), seat), Posts = post.Id };

    private static Institution PlaceOf(string kind, Seat seat) => new() { Id = IdOf(kind, seat), Kind = kind, Name = $"{kind} {seat}", Division = DivisionOf(kind, seat) };

    private static string KindOf(Post post) => post.Kinds.Split(' ')[0];

    /// <summary>The test pack's own home has the case; everything else stands for its like.</summary>
    private static string IdOf(string kind, Seat seat) => (kind, seat) switch
    {
        ("funeral-home", Seat.Own) => "fh-1",
        ("funeral-home", Seat.Other) => "fh-2",
        _ => $"{kind}-{seat}".ToLowerInvariant(),
    };

    /// <summary>A town's office sits in a town; beside it is the next town of the county.</summary>
    private static string DivisionOf(string kind, Seat seat) => (kind, seat) switch
    {
        ("township" or "village", Seat.Own) => "321302001",
        ("township" or "village", Seat.Sibling) => "321302002",
        ("township" or "village", Seat.Parent) => "321302",
        ("funeral-home" or "columbarium" or "cemetery" or "hospital" or "police", Seat.Sibling) => "321302",
        _ => Counties[seat],
    };
}
