<!DOCTYPE html>
<html <?php language_attributes(); ?>><head><meta charset="utf-8"><title><?php wp_title(''); ?></title><?php wp_head(); ?></head>
<body><?php while (have_posts()) : the_post(); ?>
<article><h1><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></h1><time datetime="<?php echo get_the_date('c'); ?>"></time>
<?php is_singular() ? the_content() : the_excerpt(); ?><?php wp_link_pages(); ?></article><?php endwhile; ?>
<?php next_post_link(); previous_post_link(); ?><?php wp_footer(); ?></body></html>
