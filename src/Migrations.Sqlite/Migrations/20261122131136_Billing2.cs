using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Billing2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "drafted_by",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filed_by",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "filed_on",
                table: "billing_price_list",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filing_number",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "published_at",
                table: "billing_price_list",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "published_by",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replaces",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "standing",
                table: "billing_price_list",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "catalogue",
                table: "billing_price_item",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "billing_price_catalogue",
                columns: table => new
                {
                    jurisdiction = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    effective_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    ways = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    units = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    must_offer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_catalogue", x => new { x.jurisdiction, x.code, x.effective_from });
                    table.CheckConstraint("billing_price_catalogue_period", "effective_to is null or effective_to >= effective_from");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    conclusion = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_evaluation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "billing_price_package",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_package", x => new { x.list, x.code });
                    table.CheckConstraint("billing_price_package_amount", "fen >= 0");
                });

            migrationBuilder.CreateTable(
                name: "billing_price_package_item",
                columns: table => new
                {
                    list = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    package = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    quantity = table.Column<decimal>(type: "TEXT", nullable: false),
                    match = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_billing_price_package_item", x => new { x.list, x.package, x.item });
                    table.ForeignKey(
                        name: "FK_billing_price_package_item_billing_price_package_list_package",
                        columns: x => new { x.list, x.package },
                        principalTable: "billing_price_package",
                        principalColumns: new[] { "list", "code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "billing_price_term_amount",
                table: "billing_price_term",
                sql: "fen >= 0");

            migrationBuilder.CreateIndex(
                name: "billing_price_list_one_standing",
                table: "billing_price_list",
                column: "standing",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "billing_price_list_filed",
                table: "billing_price_list",
                sql: "drafted_by is null or state not in ('Filed', 'Published', 'Superseded') or filing_number is not null");

            migrationBuilder.AddCheckConstraint(
                name: "billing_price_list_standing",
                table: "billing_price_list",
                sql: "standing is null or (standing = institution and state = 'Published' and until is null)");

            migrationBuilder.AddCheckConstraint(
                name: "billing_price_list_two",
                table: "billing_price_list",
                sql: "published_by is null or drafted_by is null or published_by <> drafted_by");

            migrationBuilder.CreateIndex(
                name: "billing_price_evaluation_once",
                table: "billing_price_evaluation",
                columns: new[] { "list", "kind", "on" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "billing_price_catalogue");

            migrationBuilder.DropTable(
                name: "billing_price_evaluation");

            migrationBuilder.DropTable(
                name: "billing_price_package_item");

            migrationBuilder.DropTable(
                name: "billing_price_package");

            migrationBuilder.DropCheckConstraint(
                name: "billing_price_term_amount",
                table: "billing_price_term");

            migrationBuilder.DropIndex(
                name: "billing_price_list_one_standing",
                table: "billing_price_list");

            migrationBuilder.DropCheckConstraint(
                name: "billing_price_list_filed",
                table: "billing_price_list");

            migrationBuilder.DropCheckConstraint(
                name: "billing_price_list_standing",
                table: "billing_price_list");

            migrationBuilder.DropCheckConstraint(
                name: "billing_price_list_two",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "drafted_by",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "filed_by",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "filed_on",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "filing_number",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "published_by",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "replaces",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "standing",
                table: "billing_price_list");

            migrationBuilder.DropColumn(
                name: "catalogue",
                table: "billing_price_item");
        }
    }
}
