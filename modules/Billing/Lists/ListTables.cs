using Anmin.Billing.Lists.Catalogue;
using Anmin.Billing.Lists.Evaluation;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Billing.Lists;

internal static class ListTables
{
    extension(AnminDb db)
    {
        public DbSet<PriceList> PriceLists => db.Set<PriceList>();

        public DbSet<PriceListItem> PriceListItems => db.Set<PriceListItem>();

        public DbSet<PriceListTerm> PriceListTerms => db.Set<PriceListTerm>();

        public DbSet<PriceListPackage> PriceListPackages => db.Set<PriceListPackage>();

        public DbSet<PriceListPackageItem> PriceListPackageItems => db.Set<PriceListPackageItem>();

        public DbSet<PriceEvaluation> PriceEvaluations => db.Set<PriceEvaluation>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<PriceList>(t =>
        {
            t.ToTable("billing_price_list", b =>
            {
                b.HasCheckConstraint("billing_price_list_period", "until is null or until >= \"from\"");
                b.HasCheckConstraint("billing_price_list_two", "published_by is null or drafted_by is null or published_by <> drafted_by");
                b.HasCheckConstraint("billing_price_list_filed", "drafted_by is null or state not in ('Filed', 'Published', 'Superseded') or filing_number is not null");
                b.HasCheckConstraint("billing_price_list_standing", "standing is null or (standing = institution and state = 'Published' and until is null)");
            });
            t.Ignore(l => l.WasPublished).Ignore(l => l.IsOpen);
            t.HasIndex(l => l.Code).IsUnique().HasDatabaseName("billing_price_list_code");
            t.HasIndex(l => l.Standing).IsUnique().HasDatabaseName("billing_price_list_one_standing");
            t.HasIndex(l => new { l.Institution, l.From });
        });
        model.Entity<PriceListItem>(t =>
        {
            t.ToTable("billing_price_item", b => b.HasCheckConstraint("billing_price_item_amounts", "least >= 0 and most >= least"));
            t.HasKey(i => new { i.List, i.Code });
            t.Property(i => i.Content).HasMaxLength(300);
            t.Property(i => i.Exemption).HasMaxLength(300);
        });
        model.Entity<PriceListTerm>(t =>
        {
            t.ToTable("billing_price_term", b => b.HasCheckConstraint("billing_price_term_amount", "fen >= 0"));
            t.HasKey(c => new { c.List, c.Item, c.Ordinal });
            t.Ignore(c => c.Priced);
        });
        model.Entity<PriceListPackage>(t =>
        {
            t.ToTable("billing_price_package", b => b.HasCheckConstraint("billing_price_package_amount", "fen >= 0"));
            t.HasKey(p => new { p.List, p.Code });
        });
        model.Entity<PriceListPackageItem>(t =>
        {
            t.ToTable("billing_price_package_item");
            t.HasKey(p => new { p.List, p.Package, p.Item });
            t.HasOne<PriceListPackage>().WithMany().HasForeignKey(p => new { p.List, p.Package }).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CatalogueLine>(t =>
        {
            t.ToTable("billing_price_catalogue", b => b.HasCheckConstraint("billing_price_catalogue_period", "effective_to is null or effective_to >= effective_from"));
            t.HasKey(c => new { c.Jurisdiction, c.Code, c.EffectiveFrom });
            t.Ignore(c => c.AllowedWays).Ignore(c => c.AllowedUnits);
        });
        model.Entity<PriceEvaluation>(t =>
        {
            t.ToTable("billing_price_evaluation").AppendOnly();
            t.HasKey(e => e.Id);
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Conclusion).HasMaxLength(500);
            t.HasIndex(e => new { e.List, e.Kind, e.On }).IsUnique().HasDatabaseName("billing_price_evaluation_once");
        });
    }

    public static IReadOnlyDictionary<string, Problem> Constraints { get; } = new Dictionary<string, Problem>
    {
        ["billing_price_list_period"] = ListProblems.OverlapsAnother,
        ["billing_price_list_two"] = ListProblems.SecondPerson,
        ["billing_price_list_filed"] = ListProblems.NotFiled,
        ["billing_price_list_one_standing"] = ListProblems.OverlapsAnother,
        ["billing_price_list.standing"] = ListProblems.OverlapsAnother,
        ["billing_price_item_amounts"] = ListProblems.AmountsReversed,
        ["billing_price_evaluation_once"] = ListProblems.EvaluatedAlready,
        ["billing_price_evaluation.list"] = ListProblems.EvaluatedAlready,
        ["guard_price_list_once"] = ListProblems.OverlapsAnother,
        ["guard_price_list_kept"] = ListProblems.Kept,
        ["guard_price_list_steps"] = ListProblems.Kept,
        ["guard_price_list_born"] = ListProblems.Kept,
        ["guard_price_list_deleted"] = ListProblems.Kept,
        ["guard_price_item_"] = ListProblems.Kept,
        ["guard_price_term_"] = ListProblems.Kept,
        ["guard_price_package_"] = ListProblems.Kept,
    };

    public static IEnumerable<string> Guards(DatabaseKind database) => ListGuards.All(database);
}
